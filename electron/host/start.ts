import { loadProgram } from './load-program.ts'

/*
 * `npm start`: Electron's window where its runtime can be had, otherwise the same program in the browser.
 * In the browser exactly one line goes to stdout, the address; everything else is on the error stream.
 */
const { start } = await loadProgram('start-program', () => import('./start-program.ts'))
try {
  process.exitCode = await start(process.argv.slice(2), process.env)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : '程序没有启动成功'}\n`)
  process.exitCode = 1
}
