import { Button, Drawer, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ObligationView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel, Stat } from '../../shared/Page';
import { day } from '../../shared/time';
import { useLanguage, useWords } from '../../shared/words';
import { MissingYears } from './MissingYears';
import { ObligationDetails } from './ObligationDetails';
import { ProofLink } from './ProofLink';
import { useOwnYear } from './queries';
import { stateLook, StateTag } from './states';

const isOpen = (o: ObligationView) => o.state === 'overdue' || o.state === 'inProgress' || o.state === 'notStarted';
const dueOf = (o: ObligationView) => o.dueOn ?? o.basisOn;

/** A school's own year, month by month: what is due, what proves it, and where that is made. The first thing shown is what to do now. */
export function OwnYear() {
  const words = useWords();
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState<string>();
  const thisYear = new Date().getFullYear();
  const year = Number(search.get('year') ?? thisYear);
  const onlyOpen = search.get('all') === null;
  const found = useOwnYear(year);
  const ask = (name: string, value?: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const shown = (found.data ?? []).filter((o) => !onlyOpen || isOpen(o));
  const months = [...new Set(shown.map((o) => dueOf(o).slice(0, 7)))].sort();
  const count = (state: ObligationView['state']) => (found.data ?? []).filter((o) => o.state === state).length;
  return (
    <Page title={words.obligations.own}>
      <MissingYears />
      <div className="page-tools" style={{ marginBottom: 16 }}>
        <label className="visually-hidden" htmlFor="o-year">{words.obligations.year}</label>
        <Select id="o-year" style={{ width: 120 }} value={year} onChange={(v: number) => ask('year', String(v))} options={[-1, 0, 1].map((n) => ({ value: thisYear + n, label: words.obligations.yearOf(thisYear + n) }))} />
        <Segmented value={onlyOpen ? 'open' : 'all'} onChange={(v) => ask('all', v === 'all' ? '1' : undefined)} options={[{ value: 'open', label: words.obligations.onlyOpen }, { value: 'all', label: words.obligations.wholeYear }]} />
      </div>
      <Loaded of={[found]}>
        {() => (found.data!.length === 0 ? <Nothing title={words.obligations.ownNone} hint={words.obligations.ownNoneHint} /> : (
          <>
            <Panel>
              <div className="stats three">
                <Stat label={words.obligations.state.overdue}>{count('overdue')}</Stat>
                <Stat label={words.obligations.state.inProgress}>{count('inProgress')}</Stat>
                <Stat label={words.obligations.doneLabel}>{count('fulfilled') + count('fulfilledLate')}</Stat>
              </div>
            </Panel>
            {months.length === 0 && <Nothing title={words.obligations.allDone} hint={words.obligations.allDoneHint} />}
            <div className="months">
              {months.map((month) => (
                <Panel key={month} title={words.obligations.month(Number(month.slice(0, 4)), Number(month.slice(5)))}>
                  <ul className="duties">
                    {shown.filter((o) => dueOf(o).startsWith(month)).map((o) => (
                      <li key={o.code} className={`duty ${stateLook[o.state].tile}`}>
                        <div className="duty-day numeric" aria-label={o.dueOn ? words.obligations.dueBy(day(o.dueOn)) : words.obligations.noDueDay}>{o.dueOn ? Number(o.dueOn.slice(8)) : '?'}</div>
                        <div className="duty-text">
                          <div><b>{language === 'en' ? o.englishName : o.name}</b>{o.level === 'branch' && <> · {o.unitName}</>} <StateTag state={o.state} /></div>
                          <div>{o.dueOn ? words.obligations.dueBy(day(o.dueOn)) : words.obligations.noDueDayWhy}</div>
                          {isOpen(o) && o.proof && <div><small>{words.obligations.proof}：{o.proof}</small></div>}
                          <div className="page-tools">
                            <Button size="small" type={isOpen(o) && o.state !== 'notStarted' ? 'primary' : 'default'} onClick={() => setChosen(o.code)}>{isOpen(o) && o.state !== 'notStarted' && o.evidence !== 'evaluationSubmitted' && o.evidence !== 'careVisited' ? words.obligations.handIn : words.obligations.open}</Button>
                            {isOpen(o) && <ProofLink obligation={o} />}
                          </div>
                        </div>
                      </li>
                    ))}
                  </ul>
                </Panel>
              ))}
            </div>
          </>
        ))}
      </Loaded>
      <Drawer open={!!chosen} size={520} onClose={() => setChosen(undefined)} title={words.obligations.one} destroyOnHidden>
        {chosen && <ObligationDetails obligation={chosen} />}
      </Drawer>
    </Page>
  );
}
