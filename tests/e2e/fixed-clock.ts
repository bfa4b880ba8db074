/* Imported before the program (`--import`): its clock begins at one moment, so that what hangs on the day looks the same whenever it is looked at. */

const Real = Date
const SHIFT = Real.parse('2026-11-23T02:00:00Z') - Real.now()

globalThis.Date = new Proxy(Real, {
  construct: (target, given: unknown[]) =>
    given.length === 0 ? new target(Real.now() + SHIFT) : (Reflect.construct(target, given) as Date),
  get: (target, name) => (name === 'now' ? () => Real.now() + SHIFT : (Reflect.get(target, name) as unknown)),
})
