import { linesOver } from '../../quota/lines-over.ts'
import type { Figures } from '../../model/figures.ts'
import type { Rule } from '../rule.ts'
import { stateCouncil486, partyEstablishment } from '../sources.ts'

/**
 * 法律责任 of what stands in the figures: said once for the book, naming only the items that are met. 混编 changes the use of 编制, 超编 beyond
 * what is allowed exceeds it, and 超职数 exceeds the posts of leaders; 正职 and 副职 are judged apart where the document divides them.
 */
export const liabilityRule: Rule<never> = {
  id: 'I2',
  title: '违反机构编制管理规定的责任',
  covers: ['I5'],
  severity: 'info',
  effect: 'none',
  fact: 'consequences',
  sources: [
    stateCouncil486({
      article: '第二十六条',
      clause:
        '有下列行为之一的，由机构编制管理机关给予通报批评，并责令限期改正；情节严重的，对直接负责的主管人员和其他直接责任人员，依法给予处分：（一）擅自设立、撤销、合并行政机构或者变更规格、名称的；（二）擅自改变行政机构职责的；（三）擅自增加编制或者改变编制使用范围的；（四）超出编制限额调配财政供养人员、为超编人员核拨财政资金或者挪用其他资金安排其经费、以虚报人员等方式占用编制并冒用财政资金的；（五）擅自超职数、超规格配备领导成员的；（六）违反规定干预下级人民政府行政机构的设置和编制管理工作的；（七）违反规定审批机构、编制的；（八）违反机构编制管理规定的其他行为。',
    }),
    partyEstablishment({
      article: '第二十三条',
      clause: '各地区各部门党委（党组）对本地区本部门机构编制管理和监督负责。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ figures }) => {
    const [mixed, over, leaders] = [mixedPeople(figures), overSeats(figures), leadersOver(figures)]
    const items = [
      ...(mixed > 0 ? [`（三）改变编制使用范围 ${mixed} 人`] : []),
      ...(over > 0 ? [`（四）超出编制限额 ${over} 名`] : []),
      ...(leaders > 0 ? [`（五）超职数配备领导 ${leaders} 名`] : []),
    ]
    if (items.length === 0) return []
    return [
      {
        text: `现有问题涉及第二十六条${items.join('、')}：由机构编制管理机关通报批评、责令限期改正，情节严重的依法处分。`,
        remedy: '乡镇党委对本乡镇的机构编制管理负责，研究整改后报上一级机构编制委员会。',
        facts: { 混用: mixed, 超编: over, 超职数: leaders },
      },
    ]
  },
}

function mixedPeople(figures: Figures): number {
  return figures.misplaced.reduce((sum, line) => sum + line.personIds.length, 0)
}

function overSeats(figures: Figures): number {
  return linesOver(figures.lines).reduce((sum, line) => (line.over > line.tolerance ? sum + line.over : sum), 0)
}

function leadersOver({ leadership }: Figures): number {
  const parts = [leadership.chief, leadership.deputy].map(({ quota, actual }) =>
    quota === null ? 0 : Math.max(0, actual - quota),
  )
  return Math.max(
    leadership.over,
    parts.reduce((sum, part) => sum + part, 0),
  )
}
