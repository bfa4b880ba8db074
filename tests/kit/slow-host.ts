import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { startHttpHost } from '../../electron/host/http-host.ts'
import type { Core } from '../../electron/host/dispatch.ts'

/*
 * A host whose one thread is blocked by a call for as long as the call says, as by a long computation. It runs beside the test, which must go on asking.
 * `old`: a plain server with the timeouts by the wall clock that the host once had.
 */

interface Wish {
  readonly kind: 'host' | 'old'
  readonly rendererFolder: string
}

const { kind, rendererFolder } = workerData as Wish

function block(input: unknown): void {
  const { ms } = input as { readonly ms: number }
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/** To the test. A worker's port has no origin; the rule that asks for one is about windows. */
function tell(door: { readonly port: number; readonly token: string }): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(door)
}

const core: Core = {
  call: (_, input) => {
    block(input)
    return Promise.resolve({ ok: true, value: { said: 'yes' } })
  },
  onEvent: () => () => undefined,
  close: () => Promise.resolve(),
}

if (kind === 'host') {
  const host = await startHttpHost({
    core,
    rendererFolder,
    log: { info: () => undefined, error: () => undefined },
    idleMs: null,
  })
  tell({ port: host.port, token: host.token })
} else {
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (text: string) => (body += text))
      request.once('end', () => {
        block(JSON.parse(body))
        response.end('{"ok":true,"value":{"said":"yes"}}')
      })
    },
  )
  server.listen({ host: '127.0.0.1', port: 0 }, () => {
    const address = server.address()
    tell({ port: typeof address === 'object' && address !== null ? address.port : 0, token: '' })
  })
}
