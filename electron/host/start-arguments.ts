import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface StartOptions {
  /** Straight to the loopback browser, without trying Electron. */
  readonly browser: boolean
  /** Show the address in the default browser. */
  readonly open: boolean
  readonly book: string | null
  readonly data: string | null
}

export const START_USAGE = '用法：npm start [-- --browser] [--no-open] [--book 编制本] [--data 数据文件夹]'

/** Reads the words after `npm start --`. Paths are taken from where the command was given. */
export function parseStartArguments(
  argv: readonly string[],
  folder: string,
): StartOptions | { readonly usage: string } {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        browser: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        book: { type: 'string' },
        data: { type: 'string' },
      },
      allowPositionals: false,
    })
    const path = (value: string | undefined) => (value === undefined ? null : resolve(folder, value))
    return {
      browser: values.browser === true,
      open: values['no-open'] !== true,
      book: path(values.book),
      data: path(values.data),
    }
  } catch {
    return { usage: START_USAGE }
  }
}
