import dayjs from 'dayjs';
import type { Words } from './words/zh-CN';

/** 2026-11-10 → 2026年11月10日 is for print; on screen dates stay sortable. */
export const day = (value?: string | null) => (value ? dayjs(value.slice(0, 10)).format('YYYY-MM-DD') : '');

/** The local date and time that an answer carries (Asia/Shanghai), whatever the browser's own zone. */
export const moment = (value?: string | null) => (value ? value.slice(0, 16).replace('T', ' ') : '');

/** The local time of day of an answer's instant. */
export const clock = (value: string) => value.slice(11, 16);

/** A deadline as people write it: the midnight that ends 10 November is 24:00 of that day, not 00:00 of the next. */
export function until(value?: string | null): string {
  if (!value?.slice(10).startsWith('T00:00')) return moment(value);
  return `${dayjs(value.slice(0, 10)).subtract(1, 'day').format('YYYY-MM-DD')} 24:00`;
}

/** How long in the two largest units. */
export function span(milliseconds: number, words: Words): string {
  const minutes = Math.max(0, Math.floor(Math.abs(milliseconds) / 60_000));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return [words.deadline.days(days), ...(hours ? [words.deadline.hours(hours)] : [])].join(' ');
  if (hours > 0) return [words.deadline.hours(hours), ...(rest ? [words.deadline.minutes(rest)] : [])].join(' ');
  return words.deadline.minutes(rest);
}

/** What a scheme takes off for each day. */
export interface Lateness {
  perDay: number;
  max?: number;
  forfeitAfterDays?: number;
}

/** What lateness costs, in words. */
export const latenessWords = (late: Lateness | undefined, words: Words) => (late
  ? `${words.deadline.perDay(late.perDay)}${late.max === undefined ? '' : words.deadline.most(late.max)}${late.forfeitAfterDays === undefined ? '' : words.deadline.forfeits(late.forfeitAfterDays)}`
  : '');

/** Whether a document is punctual, late, or locked now, in words; with the scheme's rule also what lateness costs. */
export function deadline(now: string | number, dueAt: string, locksAt: string | null | undefined, words: Words, late?: Lateness) {
  const [at, due] = [new Date(now).getTime(), new Date(dueAt).getTime()];
  const lock = locksAt ? new Date(locksAt).getTime() : null;
  if (lock !== null && at >= lock) return { state: 'locked' as const, text: words.deadline.locked(until(locksAt)), left: '' };
  const costs = latenessWords(late, words);
  if (at < due) {
    const after = lock === null ? words.deadline.noLock : words.deadline.lateUntil(until(locksAt));
    return { state: 'onTime' as const, text: `${words.deadline.onTimeUntil(until(dueAt))}；${after}${costs}`, left: words.deadline.left(span(due - at, words)) };
  }
  const text = lock === null ? words.deadline.lateNow(until(dueAt)) : `${words.deadline.lateNow(until(dueAt))}；${words.deadline.lateUntil(until(locksAt))}`;
  return { state: 'late' as const, text: `${text}${costs}`, left: words.deadline.over(span(at - due, words)) };
}
