import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { appointChosen } from './appoint-chosen.ts'
import { comparePlan } from './compare-plan.ts'
import { addSteps, changePlan, createPlan, dropSteps, rebasePlan, removePlan } from './edit-plan.ts'
import { forcePlan } from './force-plan.ts'
import { compareDays, judgeFigures } from './judge-figures.ts'
import { readStaffing } from './read-staffing.ts'
import { exportPlan, importPlan } from './share-plan.ts'
import { listPlans, showPlan } from './show-plan.ts'

export const REFORM_QUERIES = {
  'reform.list': listPlans,
  'reform.show': showPlan,
  'reform.compare': comparePlan,
  'reform.export': exportPlan,
  'reform.staffing': readStaffing,
  'reform.figures': judgeFigures,
  'reform.between': compareDays,
} satisfies Partial<QueryHandlers>

export const REFORM_COMMANDS = {
  'reform.create': createPlan,
  'reform.change': changePlan,
  'reform.remove': removePlan,
  'reform.addSteps': addSteps,
  'reform.dropSteps': dropSteps,
  'reform.rebase': rebasePlan,
  'reform.import': importPlan,
  'reform.force': forcePlan,
  'reform.appoint': appointChosen,
} satisfies Partial<CommandHandlers>
