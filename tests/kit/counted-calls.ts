import type { Session } from 'node:inspector/promises'

/** How often a function of one of our files is called while the work runs, as the engine counts it. The session has its profiler enabled. */
export async function countedCalls(
  session: Session,
  file: string,
  name: string,
  work: () => Promise<unknown>,
): Promise<number> {
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await session.post('Profiler.takePreciseCoverage')
  await work()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  await session.post('Profiler.stopPreciseCoverage')
  return result
    .filter((script) => script.url.endsWith(file))
    .flatMap((script) => script.functions.filter((one) => one.functionName === name))
    .reduce((sum, one) => sum + (one.ranges[0]?.count ?? 0), 0)
}
