import type { Rule } from '../rule.ts'
import { trainingDaysRule } from './r01-training-days.ts'
import { teamServiceRule } from './r02-team-service.ts'
import { targetedHiringRule } from './r03-targeted-hiring.ts'
import { localCandidatesRule } from './r04-local-candidates.ts'
import { lentOutRule } from './r05-lent-out.ts'
import { vacantSeatsRule } from './r06-vacant-seats.ts'
import { teamClassRule } from './r07-team-class.ts'
import { termTrainingRule } from './r08-term-training.ts'
import { basisOfIncreaseRule } from './r09-basis-of-increase.ts'
import { promotionsRule } from './r10-promotions.ts'
import { vetoMattersRule } from './r11-veto-matters.ts'
import { leaveApprovedRule } from './r12-leave-approved.ts'
import { reportsOnTimeRule } from './r13-reports-on-time.ts'
import { taskElementsRule } from './r14-task-elements.ts'

/** Rules of pack lingwu-2018. */
export const LINGWU_2018_RULES: readonly Rule[] = [
  trainingDaysRule,
  teamServiceRule,
  targetedHiringRule,
  localCandidatesRule,
  lentOutRule,
  vacantSeatsRule,
  teamClassRule,
  termTrainingRule,
  basisOfIncreaseRule,
  promotionsRule,
  vetoMattersRule,
  leaveApprovedRule,
  reportsOnTimeRule,
  taskElementsRule,
]
