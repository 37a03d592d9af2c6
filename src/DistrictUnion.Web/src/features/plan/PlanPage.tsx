import { CheckCircleFilled, CopyOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Segmented, Select, Space, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { serverNow, write } from '../../api/client';
import type { PlanItemView } from '../../api/schema';
import { ActivityDialog } from '../activities/ActivityDialog';
import { useActivityRefresh, usePlan } from '../activities/queries';
import { Fresh } from '../../shared/Fresh';
import { Loaded, Nothing, Page, Panel, Stat } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { FeedDialog } from './FeedDialog';
import { PlanItemDialog } from './PlanItemDialog';
import { Progress } from './Progress';

/** The work plan of a year, month by month: what was planned and what was done. Who looks after schools sees how they stand. */
export default function PlanPage() {
  const words = useWords();
  const role = useRole();
  const { message } = App.useApp();
  const refresh = useActivityRefresh();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<PlanItemView | 'new'>();
  const [held, setHeld] = useState<PlanItemView>();
  const [isFeedOpen, setFeedOpen] = useState(false);
  const thisYear = dayjs(serverNow()).year();
  const year = Number(search.get('year') ?? thisYear);
  const ofSchool = may.ofSchool(role);
  const showsSchools = !ofSchool && search.get('view') !== 'own';
  const plan = usePlan(year, !showsSchools);
  const writes = may.writePlan(role);
  const ask = (name: string, value: string) => setSearch((now) => ({ ...Object.fromEntries(now), [name]: value }), { replace: true });
  const copy = useMutation({
    mutationFn: () => write('POST /plan-items/copy', { body: { year } }),
    onSuccess: ({ body }) => {
      message.success(body.copied > 0 ? words.plan.copied(body.copied) : body.known > 0 ? words.plan.copiedBefore : words.plan.nothingToCopy);
      return refresh();
    },
    onError: (error) => message.error(error.message),
  });
  const submit = useMutation({
    mutationFn: () => write('POST /plan-items/submit', { body: { year } }),
    onSuccess: ({ body }) => {
      if (body.obligations.length > 0) message.success(words.plan.submitted(year));
      else message.info(words.plan.notAsked);
      return refresh();
    },
    onError: (error) => message.error(error.message),
  });
  const items = plan.data ?? [];
  const count = (state: PlanItemView['state']) => items.filter((i) => i.state === state).length;
  const copyButton = writes && <Button icon={<CopyOutlined />} loading={copy.isPending} onClick={() => copy.mutate()}>{may.manageRounds(role) ? words.plan.copyLastYear : words.plan.copyFromDistrict}</Button>;
  return (
    <Page
      title={words.plan.title}
      tools={<Space wrap>{!showsSchools && writes && <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>{words.plan.add}</Button>}<Button onClick={() => setFeedOpen(true)}>{words.plan.feed}</Button></Space>}
    >
      <div className="page-tools" style={{ marginBottom: 16 }}>
        <label className="visually-hidden" htmlFor="p-year">{words.obligations.year}</label>
        <Select id="p-year" style={{ width: 120 }} value={year} onChange={(v: number) => ask('year', String(v))} options={[-1, 0, 1].map((n) => ({ value: thisYear + n, label: words.obligations.yearOf(thisYear + n) }))} />
        {!ofSchool && <Segmented value={showsSchools ? 'schools' : 'own'} onChange={(v) => ask('view', v)} options={[{ value: 'schools', label: words.plan.bySchool }, { value: 'own', label: words.plan.own }]} />}
        {!showsSchools && items.length > 0 && copyButton}
        {!showsSchools && items.length > 0 && (role === 'schoolChair' || role === 'zoneLead') && <Button loading={submit.isPending} onClick={() => submit.mutate()}>{words.plan.submit}</Button>}
      </div>
      {showsSchools ? <Progress year={year} /> : (
        <Loaded of={[plan]}>
          {() => (items.length === 0 ? <Nothing title={words.plan.none(year)} hint={writes ? (ofSchool ? words.plan.noneHint : words.plan.noneHintDistrict) : undefined} action={copyButton} /> : (
            <>
              <Panel><div className="stats three"><Stat label={words.plan.state.done}>{count('done')}</Stat><Stat label={words.plan.state.planned}>{count('planned')}</Stat><Stat label={words.plan.state.dropped}>{count('dropped')}</Stat></div></Panel>
              <div className="months">
                {[...new Set(items.map((i) => i.month))].map((month) => (
                  <Panel key={month} title={words.obligations.month(Number(month.slice(0, 4)), Number(month.slice(5)))}>
                    <ul className="plan-items">
                      {items.filter((i) => i.month === month).map((i) => (
                        <Item key={i.id} item={i} onChange={writes ? () => setOpen(i) : undefined} onHeld={may.writeActivities(role) && i.state === 'planned' ? () => setHeld(i) : undefined} />
                      ))}
                    </ul>
                  </Panel>
                ))}
              </div>
            </>
          ))}
        </Loaded>
      )}
      {open === 'new' && <PlanItemDialog year={year} onClose={() => setOpen(undefined)} />}
      {open && open !== 'new' && <Fresh operation="GET /plan-items/{planItem}" path={{ planItem: open.id }}>{(item, tag) => <PlanItemDialog item={item} tag={tag} year={year} onClose={() => setOpen(undefined)} />}</Fresh>}
      {held && <ActivityDialog plan={held} onClose={() => setHeld(undefined)} />}
      {isFeedOpen && <FeedDialog onClose={() => setFeedOpen(false)} />}
    </Page>
  );
}

const look = { planned: 'default', done: 'success', dropped: 'warning' } as const;

function Item({ item: i, onChange, onHeld }: { item: PlanItemView; onChange?: () => void; onHeld?: () => void }) {
  const words = useWords();
  return (
    <li>
      <div><b>{i.title}</b> <Tag color={look[i.state]} icon={i.state === 'done' ? <CheckCircleFilled /> : undefined}>{words.plan.state[i.state]}</Tag></div>
      <div className="facts">{[i.date, i.kind && words.activities.kinds[i.kind], i.note, i.droppedFor && words.plan.droppedFor(i.droppedFor), i.doneOn && words.plan.doneOn(i.doneOn)].filter(Boolean).join(' · ')}</div>
      {i.activities.map((a) => <div key={a.id}><Link to={`/activities?year=${a.from.slice(0, 4)}`}>{a.from} {a.title}</Link></div>)}
      <Space wrap style={{ marginTop: 4 }}>
        {onHeld && <Button size="small" type="primary" ghost onClick={onHeld} aria-label={`${words.plan.held} ${i.title}`}>{words.plan.held}</Button>}
        {onChange && <Button size="small" onClick={onChange} aria-label={`${words.plan.change} ${i.title}`}>{words.plan.change}</Button>}
      </Space>
    </li>
  );
}
