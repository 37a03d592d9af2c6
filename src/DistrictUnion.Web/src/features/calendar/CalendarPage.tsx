import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { get } from '../../api/client';
import type { CalendarDayView } from '../../api/schema';
import { ImportDialog } from '../../shared/files';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { useCalendarYears } from '../obligations/queries';

/** A year's holidays and make-up days; a year that nobody knows is an alert, never a guess. */
export default function CalendarPage() {
  const words = useWords();
  const role = useRole();
  const [search, setSearch] = useSearchParams();
  const [isImporting, setImporting] = useState(false);
  const year = Number(search.get('year') ?? new Date().getFullYear());
  const years = useCalendarYears();
  const days = useQuery({
    queryKey: ['calendar', 'days', year], placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await get('GET /calendar/days', { query: { year, pageSize: 200 }, signal })).items,
  });
  const missing = years.data?.filter((y) => !y.isKnown) ?? [];
  return (
    <Page title={words.calendar.title} tools={may.manageRounds(role) && <Button type="primary" onClick={() => setImporting(true)}>{words.calendar.import}</Button>}>
      <Loaded of={[years, days]}>
        {() => (
          <>
            {missing.map((y) => (
              <Alert key={y.year} type="warning" showIcon style={{ marginBottom: 12 }} title={words.calendar.missing(y.year)} description={y.waiting > 0 ? words.calendar.waiting(y.year, y.waiting) : words.calendar.missingHint} />
            ))}
            <div className="page-tools" style={{ marginBottom: 16 }}>
              <label htmlFor="c-year">{words.obligations.year}</label>
              <Select id="c-year" style={{ width: 130 }} value={year} onChange={(v: number) => setSearch({ year: String(v) }, { replace: true })} options={years.data!.map((y) => ({ value: y.year, label: words.obligations.yearOf(y.year) }))} />
            </div>
            {days.data!.length === 0 ? <Nothing title={words.calendar.missing(year)} hint={words.calendar.missingHint} /> : (
              <Panel title={words.calendar.summary(days.data!.filter((d) => d.kind === 'holiday').length, days.data!.filter((d) => d.kind === 'workday').length)}>
                <div className="year-days">{Array.from({ length: 12 }, (_, i) => <Month key={i} year={year} month={i} days={days.data!} />)}</div>
              </Panel>
            )}
          </>
        )}
      </Loaded>
      {isImporting && <ImportDialog title={words.calendar.import} address="/calendar/import" template="/calendar/import/template.xlsx" refresh={['calendar', 'obligations']} onClose={() => setImporting(false)} />}
    </Page>
  );
}

function Month({ year, month, days }: { year: number; month: number; days: CalendarDayView[] }) {
  const words = useWords();
  const first = dayjs(new Date(year, month, 1));
  const lead = (first.day() + 6) % 7;
  const cells = [...Array.from({ length: lead }, () => null), ...Array.from({ length: first.daysInMonth() }, (_, i) => i + 1)];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => Array.from({ length: 7 }, (_x, j) => cells[i * 7 + j] ?? null));
  return (
    <table className="year-month numeric">
      <caption>{words.obligations.month(year, month + 1)}</caption>
      <thead><tr>{words.calendar.weekdays.map((d) => <th key={d} scope="col">{d}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week, i) => (
          <tr key={i}>
            {week.map((n, j) => {
              const found = n === null ? undefined : days.find((d) => d.date === first.date(n).format('YYYY-MM-DD'));
              const kind = found?.kind ?? (n !== null && j > 4 ? 'weekend' : '');
              return <td key={j} className={kind} title={found?.name}>{n}{found && <small>{found.kind === 'holiday' ? words.calendar.off : words.calendar.on}</small>}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
