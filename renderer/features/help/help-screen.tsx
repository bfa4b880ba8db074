import './help.css'
import { Page, Sheet } from '../../ui/page.tsx'
import { FiveLists } from './five-lists.tsx'
import { RulesTable } from './rules-table.tsx'
import { Steps } from './steps.tsx'
import { Limits, KeyTable, ShapeLegend } from './legend.tsx'

/** How the job goes, what the words and shapes mean, and which clause each check stands on. */
export function HelpScreen() {
  return (
    <Page title="帮助">
      <Sheet title="这项工作怎么做">
        <Steps />
      </Sheet>
      <Sheet title="五张名单" note="每个人只在一张名单上，也一定在其中一张上；只有在编名单上榜公示">
        <FiveLists />
      </Sheet>
      <div className="help-pair">
        <Sheet title="状态的字和形" note="屏幕上、纸上都一样，黑白打印也分得清">
          <ShapeLegend />
        </Sheet>
        <Sheet title="键盘">
          <KeyTable />
        </Sheet>
      </div>
      <Sheet title="核查规则" note="每条规则都写明出处；阈值因地而异的，随规则包">
        <RulesTable />
      </Sheet>
      <Sheet title="台账的校验值能证明什么，不能证明什么">
        <Limits />
      </Sheet>
    </Page>
  )
}
