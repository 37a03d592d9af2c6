import { EyeOutlined, PlusOutlined, SafetyOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Pagination, Segmented, Select, Tabs, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { serverNow } from '../../api/client';
import type { CareKind, CareRecordLine } from '../../api/schema';
import { StateTag } from '../obligations/states';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { day, moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { CareDialog } from './CareDialog';
import { CareDetails } from './CareDetails';
import { kinds, stateColour, useCareKeepers, useCareRecords, useCareViews } from './queries';

/** The care records of the own school: who is to be visited and by when, who looked, and who may. */
export default function CarePage() {
  const words = useWords();
  const [isAdding, setAdding] = useState(false);
  const add = <Button type="primary" size="large" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{words.care.add}</Button>;
  return (
    <Page title={words.care.title} tools={add}>
      <Alert type="info" showIcon icon={<SafetyOutlined />} title={words.care.privacy} style={{ marginBottom: 16 }} />
      <Tabs
        destroyOnHidden
        items={[
          { key: 'records', label: words.care.records, children: <Records onAdd={() => setAdding(true)} /> },
          { key: 'views', label: words.care.views, children: <Views /> },
          { key: 'keepers', label: words.care.keepers, children: <Keepers /> },
        ]}
      />
      {isAdding && <CareDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Records({ onAdd }: { onAdd: () => void }) {
  const words = useWords();
  const thisYear = dayjs(serverNow()).year();
  const [year, setYear] = useState(thisYear);
  const [kind, setKind] = useState<CareKind | ''>('');
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<string>();
  const found = useCareRecords(year, kind || undefined, page);
  const months = [...new Set((found.data?.items ?? []).map((r) => r.record.eventOn.slice(0, 7)))];
  return (
    <>
      <div className="page-tools" style={{ marginBottom: 16 }}>
        <label className="visually-hidden" htmlFor="care-year">{words.obligations.year}</label>
        <Select
          id="care-year" style={{ width: 112 }} value={year} options={[0, -1, -2].map((n) => ({ value: thisYear + n, label: words.obligations.yearOf(thisYear + n) }))}
          onChange={(v: number) => {
            setYear(v);
            setPage(1);
          }}
        />
        <Segmented<CareKind | ''>
          aria-label={words.care.kind} value={kind} options={[{ value: '', label: words.common.all }, ...kinds.map((k) => ({ value: k, label: words.care.kindShort[k] }))]}
          onChange={(v) => {
            setKind(v);
            setPage(1);
          }}
        />
      </div>
      <Loaded of={[found]}>
        {() => (months.length === 0 ? (
          <Nothing title={words.care.none} hint={words.care.noneHint} action={<Button type="primary" onClick={onAdd}>{words.care.add}</Button>} />
        ) : months.map((month) => (
          <Panel key={month} title={words.obligations.month(Number(month.slice(0, 4)), Number(month.slice(5)))}>
            <ul className="duties">{found.data!.items.filter((r) => r.record.eventOn.startsWith(month)).map((r) => <Line key={r.record.code} line={r} onOpen={() => setOpen(r.record.code)} />)}</ul>
          </Panel>
        )))}
      </Loaded>
      {found.data && found.data.total > found.data.pageSize && <Pagination current={page} pageSize={found.data.pageSize} total={found.data.total} onChange={setPage} showSizeChanger={false} />}
      <Drawer open={open !== undefined} size={520} onClose={() => setOpen(undefined)} title={words.care.one} destroyOnHidden>{open && <CareDetails code={open} />}</Drawer>
    </>
  );
}

function Line({ line, onOpen }: { line: CareRecordLine; onOpen: () => void }) {
  const words = useWords();
  const { record: r, obligation: o } = line;
  const who = line.person ?? (r.isErased ? words.care.erased : words.care.unreadable);
  const isWaiting = r.state === 'triggered' || r.state === 'scheduled';
  return (
    <li className="duty">
      <div className="duty-day numeric" aria-label={words.care.happened(day(r.eventOn))}>{Number(r.eventOn.slice(8))}</div>
      <div className="duty-text">
        <div><b>{who}</b> · {words.care.category[r.category]} <Tag>{words.care.kindShort[r.kind]}</Tag><Tag color={stateColour[r.state]}>{words.care.stateOf(r.kind, r.state)}</Tag></div>
        {isWaiting && o && <div>{o.dueOn ? words.care.visitBy(day(o.dueOn)) : words.obligations.noDueDay} {o.state === 'overdue' && <StateTag state="overdue" />}</div>}
        {r.state === 'scheduled' && r.scheduledOn && <div>{words.care.planned(day(r.scheduledOn))}</div>}
        {r.state === 'done' && r.doneOn && <div>{words.care.doneOn(r.kind, day(r.doneOn))}</div>}
        <div><Button size="small" type={isWaiting ? 'primary' : 'default'} icon={<EyeOutlined />} onClick={onOpen} aria-label={`${words.care.openRecord} ${who}`}>{words.care.openRecord}</Button></div>
      </div>
    </li>
  );
}

function Views() {
  const words = useWords();
  const [page, setPage] = useState(1);
  const found = useCareViews(page);
  return (
    <Loaded of={[found]}>
      {() => (found.data!.total === 0 ? <Nothing title={words.care.viewsNone} hint={words.care.viewsNoneHint} /> : (
        <Panel>
          <p style={{ marginTop: 0 }}>{words.care.viewsHint}</p>
          <ul className="message-list">
            {found.data!.items.map((v) => (
              <li key={v.at + v.actor}>
                <h2><b>{v.actorName ?? v.actor}</b> · {words.roles[v.role]}</h2>
                <div className="message-meta"><span className="numeric">{moment(v.at)}</span>{v.isList ? words.care.sawList(v.records.length) : words.care.sawOne(v.records[0] ?? '')}</div>
              </li>
            ))}
          </ul>
          {found.data!.total > found.data!.pageSize && <Pagination current={page} pageSize={found.data!.pageSize} total={found.data!.total} onChange={setPage} showSizeChanger={false} />}
        </Panel>
      ))}
    </Loaded>
  );
}

function Keepers() {
  const words = useWords();
  const found = useCareKeepers();
  return (
    <Loaded of={[found]}>
      {() => (
        <Panel>
          <p style={{ marginTop: 0 }}>{words.care.keepersHint}</p>
          <ul className="message-list">
            {found.data!.map((k) => (
              <li key={k.userName + k.from}><h2><b>{k.displayName}</b> · {words.roles[k.role]}</h2><div className="message-meta">{words.care.since(day(k.from))}{k.to && ` ${words.care.to(day(k.to))}`}<small>{k.userName}</small></div></li>
            ))}
          </ul>
        </Panel>
      )}
    </Loaded>
  );
}
