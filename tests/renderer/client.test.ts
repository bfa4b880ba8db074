import { describe, expect, it, vi } from 'vitest'

const bodies: unknown[] = []
vi.stubGlobal('window', { sessionStorage: { getItem: () => 'token' } })
vi.stubGlobal('fetch', (_: string, { body }: { readonly body: unknown }) => {
  bodies.push(body)
  return Promise.resolve({ json: () => Promise.resolve({ ok: true, value: {} }) })
})
const { call } = await import('../../renderer/api/client.ts')

describe('a call of the page', () => {
  it('makes the text of its input once: a block of thousands of rows is a long one', async () => {
    let made = 0
    const rows = {
      toJSON: () => {
        made += 1
        return [{ personId: 'p1', fields: { post: '科员' } }]
      },
    }
    await call('people.correct', { rows } as never)
    expect(made).toBe(1)
    expect(bodies).toEqual(['{"rows":[{"personId":"p1","fields":{"post":"科员"}}]}'])
  })
})
