import dayjs from 'dayjs';
import type { ProgrammeDefinition, ReinspectionRule, TitleView } from '../../../api/schema';
import type { Words } from '../../../shared/words/zh-CN';

/** What a result would lead to by the programme's rule, in words. */
export function consequence(points: number, on: string, title: Pick<TitleView, 'state'>, rule: ReinspectionRule, tiers: ProgrammeDefinition['tiers'], words: Words): string {
  const w = words.titlesDistrict;
  const after = (n: number, unit: 'year' | 'day') => dayjs(on).add(n, unit).format('YYYY-MM-DD');
  if (points >= rule.keepFrom) return `${w.keeps(rule.keepFrom)}${rule.cycleYears == null ? w.noNext : w.nextOn(after(rule.cycleYears, 'year'))}`;
  if (title.state === 'valid') return w.rectifies(rule.keepFrom, after(rule.rectificationDays, 'day'));
  const isDowngraded = rule.downgradeTo != null && rule.downgradeFrom != null && points >= rule.downgradeFrom;
  return isDowngraded ? w.downgrades(tiers.find((t) => t.code === rule.downgradeTo)?.name ?? rule.downgradeTo!) : w.revokes;
}
