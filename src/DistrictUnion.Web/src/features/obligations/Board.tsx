import { useMutation } from '@tanstack/react-query';
import { App, Button, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { addressOf, download } from '../../api/client';
import type { BoardCell, BoardColumn, BoardRow, ObligationState } from '../../api/schema';
import { Loaded, Nothing, Page, Panel, Stat } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { day } from '../../shared/time';
import { useLanguage, useWords } from '../../shared/words';
import { useZones } from '../organisation/queries';
import { CellDrawer, type OpenCell } from './CellDrawer';
import { LateList } from './LateList';
import { MissingYears } from './MissingYears';
import { boardPageSize, useBoard } from './queries';
import { states, stateLook } from './states';

/** Units × obligations with colour and words; every cell opens. What is asked for stands in the address. */
export function Board() {
  const words = useWords();
  const role = useRole();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<OpenCell>();
  const thisYear = new Date().getFullYear();
  const query = {
    year: Number(search.get('year') ?? thisYear), zone: search.get('zone') ?? undefined, state: (search.get('state') ?? undefined) as ObligationState | undefined, page: Number(search.get('page') ?? 1),
  };
  const board = useBoard(query);
  const zones = useZones();
  const save = useMutation({
    mutationFn: () => download(addressOf('GET /obligations/board.xlsx', undefined, { year: query.year, zone: query.zone, state: query.state }).replace('/api/v1', '')),
    onError: (error) => message.error(error.message),
  });
  const ask = (name: string, value?: string) => {
    const next = new URLSearchParams(search);
    if (name !== 'page') next.delete('page');
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const nameOf = (column: BoardColumn) => (language === 'en' ? column.englishName : column.name);
  const unitOf = (row: BoardRow) => (row.level === 'district' ? words.obligations.district : row.name);
  const sum = (of: (c: BoardColumn['counts']) => number) => (board.data?.columns ?? []).reduce((n, c) => n + of(c.counts), 0);
  return (
    <Page
      title={words.obligations.board}
      tools={<>
        {may.manageRounds(role) && <Link to="/obligation-templates">{words.obligations.templates}</Link>}
        <LateList zone={query.zone} />
        <Button loading={save.isPending} onClick={() => save.mutate()}>{words.obligations.exportExcel}</Button>
      </>}
    >
      <MissingYears />
      <div className="leaf-fields" style={{ margin: '0 0 16px' }}>
        <div><label htmlFor="o-year">{words.obligations.year}</label><Select id="o-year" style={{ width: '100%' }} value={query.year} onChange={(v: number) => ask('year', String(v))} options={[-2, -1, 0, 1].map((n) => ({ value: thisYear + n, label: words.obligations.yearOf(thisYear + n) }))} /></div>
        {role !== 'zoneLead' && <div><label htmlFor="o-zone">{words.organisation.zones}</label><Select id="o-zone" allowClear style={{ width: '100%' }} placeholder={words.common.all} value={query.zone} onChange={(v?: string) => ask('zone', v)} options={zones.data?.items.map((z) => ({ value: z.code, label: z.name })) ?? []} /></div>}
        <div><label htmlFor="o-state">{words.obligations.onlyState}</label><Select id="o-state" allowClear style={{ width: '100%' }} placeholder={words.common.all} value={query.state} onChange={(v?: string) => ask('state', v)} options={states.map((s) => ({ value: s, label: words.obligations.state[s] }))} /></div>
      </div>
      <Loaded of={[board]}>
        {() => (board.data!.columns.length === 0 && !query.state ? (
          <Nothing title={words.obligations.none} hint={words.obligations.noneHint} action={may.manageRounds(role) && <Link to="/obligation-templates">{words.obligations.templates}</Link>} />
        ) : (
          <>
            <Panel>
              <div className="stats">
                <Stat label={words.obligations.state.overdue}>{sum((c) => c.overdue)}</Stat>
                <Stat label={words.obligations.state.inProgress}>{sum((c) => c.inProgress)}</Stat>
                <Stat label={words.obligations.state.fulfilled}>{sum((c) => c.fulfilled)}</Stat>
                <Stat label={words.obligations.state.fulfilledLate}>{sum((c) => c.fulfilledLate)}</Stat>
                <Stat label={words.obligations.state.waived}>{sum((c) => c.waived)}</Stat>
              </div>
            </Panel>
            <Panel flush title={words.obligations.units(board.data!.total)}>
              <Table<BoardRow>
                rowKey={(r) => `${r.level}.${r.unit}`} size="small" dataSource={board.data!.items} scroll={{ x: 170 + board.data!.columns.length * 112, y: 560 }}
                pagination={{ current: query.page, pageSize: boardPageSize, total: board.data!.total, hideOnSinglePage: true, showSizeChanger: false, onChange: (n) => ask('page', String(n)) }}
                columns={[
                  { title: words.obligations.unit, fixed: 'left', width: 170, render: (_, r) => <>{unitOf(r)}<br /><small>{words.obligations.level[r.level]}</small></> },
                  ...board.data!.columns.map((column) => ({
                    key: column.template, width: 112, title: <>{nameOf(column)}<br /><small>{column.template}</small></>,
                    render: (_: unknown, row: BoardRow) => {
                      const cell = row.cells.find((c) => c.template === column.template);
                      return cell && <CellButton cell={cell} label={`${unitOf(row)} ${nameOf(column)}`} onOpen={() => setOpen({ row, cell, unit: unitOf(row), name: nameOf(column), year: query.year })} />;
                    },
                  })),
                ]}
              />
            </Panel>
          </>
        ))}
      </Loaded>
      <CellDrawer cell={open} onClose={() => setOpen(undefined)} />
    </Page>
  );
}

function CellButton({ cell, label, onOpen }: { cell: BoardCell; label: string; onOpen: () => void }) {
  const words = useWords();
  const { counts } = cell;
  const done = counts.fulfilled + counts.fulfilledLate;
  const total = counts.notStarted + counts.inProgress + counts.overdue + done;
  const isOpen = counts.notStarted + counts.inProgress + counts.overdue > 0;
  const text = words.obligations.state[cell.worst];
  return (
    <button type="button" className={`tile cell ${stateLook[cell.worst].tile}`} onClick={onOpen}>
      <span className="visually-hidden">{label}：</span>{stateLook[cell.worst].icon} {text}
      {total > 1 && <small>{words.obligations.done(done, total)}</small>}
      {isOpen && <small className="numeric">{cell.nextDueOn ? day(cell.nextDueOn).slice(5) : words.obligations.noDueDay}</small>}
      {isOpen && cell.hasNoOwner && <small>{words.obligations.noOwner}</small>}
    </button>
  );
}
