import type { Reply } from '../../electron/contract/messages.ts'
import { isOperationName, OPERATIONS } from '../../electron/contract/operations.ts'

/** Asks a running program over its loopback door as its page does: every command with a number of its own and the head of the answer before. */
export interface PageClient {
  /** Rejects where no answer comes. `requestId`: the number of an act sent before. */
  readonly post: (operation: string, input: unknown, requestId?: string) => Promise<Reply<unknown>>
}

let clients = 0

/** `address`: what the program prints at its start, secret and all. */
export function pageClient(address: string): PageClient {
  const { origin, hash } = new URL(address)
  const name = `test-page-${(clients += 1)}`
  let acts = 0
  let head: string | null = null
  const send = async (operation: string, input: unknown, said: Readonly<Record<string, string>>) => {
    const response = await fetch(`${origin}/call/${operation}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Sec-Fetch-Site': 'same-origin',
        Origin: origin,
        Authorization: `Bearer ${hash.slice(1)}`,
        ...said,
      },
      body: JSON.stringify(input),
    })
    const reply = (await response.json()) as Reply<unknown>
    head = reply.head ?? head
    return reply
  }
  return {
    post: async (operation, input, requestId) => {
      if (!isOperationName(operation) || OPERATIONS[operation].kind !== 'command') return send(operation, input, {})
      if (head === null) await send('book.status', {}, {})
      return send(operation, input, {
        'X-Request-Id': requestId ?? `${name}.${(acts += 1)}`,
        ...(head === null ? {} : { 'X-Book-Head': head }),
      })
    },
  }
}
