import type { Circumstances, Reply } from '../../electron/contract/messages.ts'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { createCore, type CoreOptions } from '../../electron/host/core.ts'
import type { Core } from '../../electron/host/dispatch.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { TODAY } from './context.ts'

/** A whole core over a folder, as a door has it. */
export interface OpenCore {
  readonly core: Core
  /** @throws with code and sentence of a refusal */
  readonly call: <K extends OperationName>(name: K, input: CallInput<K>, with_?: Circumstances) => Promise<Output<K>>
  readonly reply: (name: string, input: unknown, with_?: Circumstances) => Promise<Reply<unknown>>
}

/** Made without a log; the clock stands on the day of all tests unless given. */
export function openCore(dataFolder: string, options: Partial<CoreOptions> = {}): OpenCore {
  const core = createCore({
    dataFolder,
    excel: createExcelPort(),
    log: { info: () => undefined, error: () => undefined },
    appVersion: '0',
    clock: { now: () => `${TODAY}T02:00:00.000Z`, today: () => TODAY },
    ...options,
  })
  return {
    core,
    reply: (name, input, with_) => core.call(name, input, with_),
    call: async (name, input, with_) => {
      const reply = await core.call(name, input, with_)
      if (!reply.ok) throw new Error(`${reply.error.code} ${reply.error.message}`)
      return reply.value as never
    },
  }
}

/** A small township through the door: a book, an office with 5 places, two people. */
export async function smallTownship(
  { call }: Pick<OpenCore, 'call'>,
  book: { readonly path?: string; readonly name?: string; readonly password?: string } = {},
): Promise<{ readonly path: string; readonly people: readonly string[] }> {
  const { path } = await call('book.create', { name: '试验乡', ...book })
  await call('event.add', {
    event: {
      type: 'unit.establish',
      on: '2020-01-01',
      document: { number: '试编〔2020〕1号' },
      name: '党政办公室',
      kind: 'office',
      quotas: [{ category: 'administrative', amount: 5 }],
    },
  })
  for (const name of ['甲某', '乙某'])
    await call('event.add', {
      event: {
        type: 'entry',
        on: '2021-03-01',
        person: { name },
        unit: '党政办公室',
        post: '科员',
        category: 'administrative',
        cause: '考试录用应届毕业生',
        reason: '没有核准文件的旧档',
      },
    })
  const { people } = await call('roster.read', {})
  return { path: path ?? '', people: people.map((person) => person.personId) }
}
