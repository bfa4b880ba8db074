import { registerHooks } from 'node:module'
import { takeCoverage } from 'node:v8'

/*
 * Loaded first by a process a test starts. The program runs from its sources there, not from the one bundle of them. The workbook child is
 * killed as soon as it has answered, and a killed process writes nothing: so it writes before it answers. What runs in a process that is killed
 * without having answered stays uncounted.
 */
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context)
    return found.url.endsWith('/electron/host/program-bundle.ts')
      ? { ...found, url: new URL('./no-bundle.ts', import.meta.url).href }
      : found
  },
})

const send = process.send?.bind(process)
if (send !== undefined) {
  process.send = function (...given: Parameters<NonNullable<typeof send>>) {
    takeCoverage()
    return send(...given)
  }
}
