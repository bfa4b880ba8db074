import { hrefTo } from '../../text/paths.ts'
import type { ScreenName } from '../../text/paths.ts'

interface Step {
  readonly title: string
  readonly text: string
  readonly screen: ScreenName
  readonly door: string
}

const STEPS: readonly Step[] = [
  { title: '建一本编制本', text: '一个乡镇一本，从规则包的方案开始，或从空白开始。', screen: 'start', door: '开始' },
  { title: '核定编制', text: '每个机构每类编制的数、文号、生效日。方案里有的已经填好，导入时也会对上。', screen: 'units', door: '机构编制' },
  { title: '导入花名册', text: '用手头的表，不用先整理。先看批注，再一次确认。', screen: 'import', door: '导入' },
  { title: '看核查', text: '谁超编、谁不该在名单上、缺什么依据，逐条写明算法、条款和怎么办。', screen: 'findings', door: '核查' },
  { title: '改正与指定', text: '更正信息、处理身份证号争议、指定超编人员，都写明理由，记入台账。', screen: 'people', door: '人员' },
  { title: '公示', text: '看好纸样再发布；发布即冻结，重印与当时一字不差。', screen: 'notice', door: '公示与报表' },
]

/** The whole job in six steps, each with its door. */
export function Steps() {
  return (
    <ol className="help-steps">
      {STEPS.map((step, index) => (
        <li key={step.title}>
          <strong>
            {index + 1}. {step.title}
          </strong>
          <p>{step.text}</p>
          <a href={hrefTo(step.screen)}>{step.door} →</a>
        </li>
      ))}
    </ol>
  )
}
