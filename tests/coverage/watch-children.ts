import { fileURLToPath, pathToFileURL } from 'node:url'

/*
 * Set up in every test worker of `npm run coverage`: the processes a test starts write down what they ran. Set here and not for the worker
 * itself, whose sources have been rewritten by the test runner and are counted by it.
 */
const folder = process.env['CHILD_COVERAGE']
if (folder !== undefined) {
  process.env['NODE_V8_COVERAGE'] = folder
  const hook = pathToFileURL(fileURLToPath(new URL('./in-child.ts', import.meta.url))).href
  process.env['NODE_OPTIONS'] = `--import=${hook}`
}
