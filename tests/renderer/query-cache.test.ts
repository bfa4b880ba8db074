import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Circumstances } from '../../electron/contract/messages.ts'

/* The page's own memory of answers, with the program at the other end played by the test. */

type Answer = () => Promise<unknown>
const asked: string[] = []
const sent: Circumstances[] = []
let answer: Answer

async function fresh() {
  vi.resetModules()
  asked.length = 0
  sent.length = 0
  vi.stubGlobal('window', {
    host: {
      call: (name: string, input: unknown, circumstances: Circumstances) => {
        if (circumstances.requestId !== undefined) sent.push(circumstances)
        asked.push(`${name} ${JSON.stringify(input)}`)
        return answer()
      },
      onEvent: () => () => undefined,
    },
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
  })
  return {
    cache: await import('../../renderer/api/query-cache.ts'),
    client: await import('../../renderer/api/client.ts'),
  }
}

const yes = () => Promise.resolve({ ok: true, value: { said: 'yes' } })
const gone = () => Promise.reject(new TypeError('Failed to fetch'))
const settled = () => vi.runAllTimersAsync()

beforeEach(() => {
  vi.useFakeTimers()
  answer = yes
})

describe('a line that breaks', () => {
  it('is tried once more for a question, and the answer is shown as if nothing had been', async () => {
    const { cache } = await fresh()
    let tries = 0
    answer = () => ((tries += 1) === 1 ? gone() : yes())
    const { key } = cache.queryEntry('figures.read', {})
    cache.watchQuery(key, () => undefined)
    await settled()
    expect(asked).toEqual(['figures.read {}', 'figures.read {}'])
    expect(cache.readQuery(key)).toEqual({ data: { said: 'yes' }, error: null, loading: false })
  })

  it('twice is said, and not remembered: coming back asks again', async () => {
    const { cache } = await fresh()
    answer = gone
    const { key } = cache.queryEntry('figures.read', {})
    const leave = cache.watchQuery(key, () => undefined)
    await settled()
    expect(cache.readQuery(key).error?.code).toBe('disconnected')
    expect(asked).toHaveLength(2)
    leave()
    answer = yes
    cache.watchQuery(key, () => undefined)
    await settled()
    expect(cache.readQuery(key)).toEqual({ data: { said: 'yes' }, error: null, loading: false })
  })

  it.each(['backup.create', 'book.create', 'backup.restore'] as const)(
    'is never tried twice for %s, which may have been done',
    async (name) => {
      const { client } = await fresh()
      answer = gone
      const refused = client.call(name, {}).catch((error: unknown) => error)
      await settled()
      expect(await refused).toMatchObject({ code: 'disconnected' })
      expect(asked).toHaveLength(1)
    },
  )
})

describe('an act', () => {
  it.each(['event.add', 'journal.undo', 'person.reveal'] as const)(
    '%s whose answer is lost is sent again as the same act, also when she presses the button once more',
    async (name) => {
      const { client } = await fresh()
      answer = gone
      const refused = client.call(name, {}).catch((error: unknown) => error)
      await settled()
      expect(await refused).toMatchObject({ code: 'disconnected', message: expect.stringContaining('不会记成两遍') })
      answer = yes
      await client.call(name, {})
      expect(sent).toHaveLength(3)
      expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1)
      // Answered, the next is another act.
      await client.call(name, {})
      expect(sent[3]?.requestId).not.toBe(sent[0]?.requestId)
    },
  )

  it('says from which entry it was made: the oldest on the screen', async () => {
    const { cache, client } = await fresh()
    let head = '7-00000000000000aa'
    answer = () => Promise.resolve({ ok: true, value: {}, head })
    cache.watchQuery(cache.queryEntry('figures.read', {}).key, () => undefined)
    await settled()
    head = '9-00000000000000bb'
    cache.watchQuery(cache.queryEntry('units.read', {}).key, () => undefined)
    await settled()
    await client.call('event.add', {} as never)
    expect(sent.at(-1)?.head).toBe('7-00000000000000aa')
  })

  it('that would write over what another changed asks her, and is sent once more from what is there now', async () => {
    const { client } = await fresh()
    const changed = { code: 'changed_meanwhile', details: {}, message: '同一处已有改动' }
    answer = () => Promise.resolve({ ok: false, error: changed, head: '12-00000000000000cc' })
    await expect(client.call('event.add', {} as never)).rejects.toThrow('同一处已有改动')
    const asks: string[] = []
    client.onStale((what) => {
      asks.push(what)
      answer = yes
      return Promise.resolve(true)
    })
    await client.call('event.add', {} as never)
    expect(asks).toEqual(['同一处已有改动'])
    expect(sent.at(-1)).toMatchObject({ head: '12-00000000000000cc' })
    expect(sent.at(-1)?.requestId).not.toBe(sent.at(-2)?.requestId)
  })
})

describe('answers kept', () => {
  it('are asked for once', async () => {
    const { cache } = await fresh()
    const { key } = cache.queryEntry('figures.read', {})
    for (let look = 0; look < 3; look += 1) cache.watchQuery(key, () => undefined)()
    await settled()
    cache.watchQuery(key, () => undefined)
    await settled()
    expect(asked).toHaveLength(1)
  })

  it('make room for new ones from the one looked at longest ago, never one on the screen', async () => {
    const { cache } = await fresh()
    const day = (number: number) => ({ asOf: `2026-01-${number}` })
    const onScreen = cache.queryEntry('figures.read', day(0)).key
    cache.watchQuery(onScreen, () => undefined)
    for (let number = 1; number < 60; number += 1) {
      cache.watchQuery(cache.queryEntry('figures.read', day(number)).key, () => undefined)()
      await settled()
    }
    // Looked at again: no longer the oldest.
    cache.queryEntry('figures.read', day(1))
    cache.queryEntry('figures.read', day(60))
    const kept = (number: number) => cache.readQuery(`figures.read ${JSON.stringify(day(number))}`).data !== undefined
    expect([0, 1, 2, 3, 59].map(kept)).toEqual([true, true, false, true, true])
  })
})
