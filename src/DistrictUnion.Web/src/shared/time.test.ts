import { describe, expect, it } from 'vitest';
import { deadline, moment, until } from './time';
import { zhCN } from './words/zh-CN';

const due = '2026-11-11T00:00:00+08:00';
const lock = '2026-11-14T00:00:00+08:00';

describe('a deadline in words', () => {
  it('tells punctual, late and locked apart at the very instant', () => {
    expect(deadline('2026-11-10T23:59:59+08:00', due, lock, zhCN).state).toBe('onTime');
    expect(deadline(due, due, lock, zhCN).state).toBe('late');
    expect(deadline('2026-11-13T23:59:59+08:00', due, lock, zhCN).state).toBe('late');
    expect(deadline(lock, due, lock, zhCN).state).toBe('locked');
    expect(deadline('2027-01-01T00:00:00+08:00', due, null, zhCN).state).toBe('late');
  });

  it('says what comes after and how long is left', () => {
    const said = deadline('2026-11-09T22:30:00+08:00', due, lock, zhCN);
    expect(said.text).toBe('2026-11-10 24:00 前提交为按时；2026-11-13 24:00 前仍可补交，按迟交扣分');
    expect(said.left).toBe('还有 1 天 1 小时');
  });

  it('says what lateness costs where the scheme tells', () => {
    expect(deadline('2026-11-09T22:30:00+08:00', due, null, zhCN, { perDay: 1, max: 5, forfeitAfterDays: 5 }).text)
      .toBe('2026-11-10 24:00 前提交为按时；逾期仍可提交，按迟交扣分：每迟一天扣 1 分，最多 5 分，迟过 5 天作废');
    expect(deadline(due, due, null, zhCN, { perDay: 0.5 }).text).toContain('：每迟一天扣 0.5 分');
  });

  it('calls the end of a day 24:00 and leaves other hours as they are', () => {
    expect(until('2027-01-01T00:00:00+08:00')).toBe('2026-12-31 24:00');
    expect(until('2026-11-10T12:00:00+08:00')).toBe('2026-11-10 12:00');
    expect(until(null)).toBe('');
  });

  it('shows the business time of an answer whatever the zone of the browser', () => {
    expect(moment('2026-11-10T22:00:00+08:00')).toBe('2026-11-10 22:00');
  });
});
