import { describe, expect, it } from 'vitest';
import { addressOf } from './client';
import { formErrors, namePath, Problem, problemOf } from './problem';

describe('a problem of the service', () => {
  it('names form fields by their dotted path', () => {
    expect(namePath('posts[1].scope.school')).toEqual(['posts', 1, 'scope', 'school']);
    expect(formErrors(new Problem(400, { message: '', errors: { 'window.to': ['晚于起日'] } }))).toEqual([{ name: ['window', 'to'], errors: ['晚于起日'] }]);
  });

  it('is read from the answer, and an unreadable answer becomes a plain sentence', async () => {
    const body = { type: '/problems/state', title: 't', detail: '轮次已截止', allowed: ['publish'], traceId: 'x' };
    const told = await problemOf(new Response(JSON.stringify(body), { status: 409 }), 'fallback');
    expect([told.message, told.slug, told.allowed, told.traceId]).toEqual(['轮次已截止', 'state', ['publish'], 'x']);
    expect((await problemOf(new Response('<html>', { status: 502 }), 'fallback')).message).toBe('fallback');
    expect(new Problem(412, { message: '' }).isStale).toBe(true);
    expect(new Problem(0, { message: '' }).isOffline).toBe(true);
  });
});

describe('an address', () => {
  it('carries encoded codes and leaves empty words out', () => {
    expect(addressOf('GET /rounds/{round}/schools/{school}/scorecard', { round: 'a b', school: 'p/1' })).toBe('/api/v1/rounds/a%20b/schools/p%2F1/scorecard');
    expect(addressOf('GET /schools', undefined, { search: '', zone: undefined, page: 2, school: ['a', 'b'] })).toBe('/api/v1/schools?page=2&school=a&school=b');
  });
});
