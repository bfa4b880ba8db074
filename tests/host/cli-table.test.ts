import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '../../electron/host/cli-arguments.ts'
import {
  COMMAND_NAMES,
  commandLines,
  commandShape,
  namesIn,
  optionShape,
  USAGE,
} from '../../electron/host/cli-table.ts'

const PAGE = join(import.meta.dirname, '../../docs/command-line.md')

/** The list of commands as the page shows it. */
function listed(): string {
  const lines = [...commandLines('book'), '', '# without a book', ...commandLines('engine')]
  return `<!-- commands -->\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n<!-- /commands -->`
}

describe('the command line, declared once', () => {
  it('is what docs/command-line.md lists (UPDATE_DOCS=1 writes it)', () => {
    const page = readFileSync(PAGE, 'utf8')
    const current = page.replace(/<!-- commands -->[^]*<!-- \/commands -->/, () => listed())
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, current)
    expect(page).toBe(current)
  })

  it('is what the help prints', () => {
    for (const line of [...commandLines('book'), ...commandLines('engine')]) expect(USAGE).toContain(line)
  })

  it.each(COMMAND_NAMES)('%s is read as the help writes it', (name) => {
    const shape = commandShape(name)
    const options = shape.takes.flatMap((taken) => {
      const [option] = namesIn(taken)
      if (option === undefined || option === 'batch') return []
      const { value, words, number } = optionShape(option)
      if (value === undefined) return [`--${option}`]
      return [`--${option}`, words?.[0] ?? (number === undefined ? 'x' : '3')]
    })
    const argv = [...name.split(' '), ...(shape.word === undefined ? [] : ['one']), ...options]
    expect(parseCommandLine(argv, '/')).toMatchObject({ command: name })
    // A command of several words takes one more.
    const more = parseCommandLine([...argv, 'one too many'], '/')
    expect('usage' in more).toBe(shape.word?.many !== true)
  })
})
