import { existsSync, readFileSync } from 'node:fs'
import { readCountyFigures, readTownshipLines } from '../../electron/app/county/read-county.ts'
import { readCountyFindings } from '../../electron/app/county/read-township.ts'
import { receivePackages } from '../../electron/app/county/receive.ts'
import { closeCountyFile } from '../../electron/store/county/county-book.ts'
import { countyContext, newCounty } from '../kit/county.ts'

/* A program of its own takes a whole file of townships in, adds it up and lists every finding; it tells its times and the most memory it held. */
const [path = '', bundle = ''] = process.argv.slice(2)
const county = await newCounty(path, { name: '全国', level: 'nation' })
const context = countyContext(county)
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const [started, startedCpu] = [performance.now(), cpu()]
const { townships, people, refused } = await receivePackages({ files: [{ path: bundle }] }, context)
const [receiveMs, cpuMs] = [performance.now() - started, cpu() - startedCpu]
if (refused[0] !== undefined) throw new Error(refused[0].message)
const looks: number[] = []
for (let look = 0; look < 3; look += 1) {
  const looked = cpu()
  await readCountyFigures({}, context)
  await readCountyFigures({ by: 'region' }, context)
  await readTownshipLines({}, context)
  await readCountyFindings({}, context)
  looks.push(cpu() - looked)
}
const lookMs = looks.toSorted((left, right) => left - right)[1]
closeCountyFile(county)
process.stdout.write(JSON.stringify({ townships, told: people, receiveMs, cpuMs, lookMs, peakMB: ownPeak() / 1024 }))

/** The kernel's own mark of this program. */
function ownPeak(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}
