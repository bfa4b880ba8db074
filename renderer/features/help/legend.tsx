import type { ReactNode } from 'react'
import { Tag } from '../../ui/tag.tsx'

const SHAPES: readonly { readonly shape: ReactNode; readonly text: string }[] = [
  { shape: <Tag look="solid-red">超1</Tag>, text: '实心：实有比核定多，数字是多几人' },
  { shape: <Tag look="outline">空2</Tag>, text: '空框：核定了还没有人，数字是空几个' },
  { shape: <Tag look="plain">平</Tag>, text: '满编：实有与核定相等' },
  { shape: <Tag look="hatched">已核准未到位</Tag>, text: '斜线：已批准用编、人还没到，先占着数' },
  { shape: <Tag look="dashed">冻结</Tag>, text: '虚线：冻结、借出、借入、挂职' },
  { shape: <Tag look="outline-red">不合规</Tag>, text: '红框：有规则认定不该占这个编制' },
  { shape: <Tag look="amber">待补依据</Tag>, text: '黄底：缺文号、缺证明，人仍在名单上' },
]

/** Words and shapes of the states; never colour alone. */
export function ShapeLegend() {
  return (
    <dl className="help-shapes">
      {SHAPES.map((entry) => (
        <div key={entry.text}>
          <dt>{entry.shape}</dt>
          <dd>{entry.text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the journal's chain of hashes shows, and what it cannot. */
export function Limits() {
  return (
    <ul className="help-limits">
      <li>能证明：台账中间任何一条被改过、删过、换过次序，或数据行与台账对不上，“完整性检查”都会指出是哪一条。</li>
      <li>
        单凭这本编制本自己，不能证明末尾没有被截掉几条：截掉之后，剩下的链仍然是完好的。所以每份公示的页脚、每份备份的清单上都印着当时的台账校验值；拿外面留存的校验值来比，截尾就看得出来。
      </li>
      <li>也不能证明当初填的是真的。谁批的、凭什么文号，以原件为准。</li>
      <li>
        拿到整本文件又有时间的人，可以从头重写一条完好的链。防的办法还是一样：校验值印在张贴出去的纸上，备份放在别处。
      </li>
    </ul>
  )
}
