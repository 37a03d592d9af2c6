import { Button, Drawer, List } from 'antd';
import { useState } from 'react';
import type { BoardCell, BoardRow } from '../../api/schema';
import { Loaded } from '../../shared/Page';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';
import { ObligationDetails } from './ObligationDetails';
import { useOfCell } from './queries';
import { StateTag } from './states';

/** A cell that was opened. */
export interface OpenCell {
  row: BoardRow;
  cell: BoardCell;
  unit: string;
  name: string;
  year: number;
}

/** What a unit has of an obligation, one by one, with the history of each. */
export function CellDrawer({ cell, onClose }: { cell?: OpenCell; onClose: () => void }) {
  return (
    <Drawer open={!!cell} size={520} onClose={onClose} title={cell && `${cell.unit} · ${cell.name}`} destroyOnHidden>
      {cell && <Obligations cell={cell} />}
    </Drawer>
  );
}

function Obligations({ cell }: { cell: OpenCell }) {
  const words = useWords();
  const [chosen, setChosen] = useState<string>();
  const found = useOfCell(cell.row.unit, cell.row.level, cell.cell.template, cell.year);
  return (
    <Loaded of={[found]}>
      {() => {
        const all = found.data!;
        const one = all.length === 1 ? all[0]!.code : chosen;
        if (one) {
          return (
            <>
              {all.length > 1 && <Button type="link" style={{ paddingInline: 0 }} onClick={() => setChosen(undefined)}>{words.common.back}</Button>}
              <ObligationDetails obligation={one} />
            </>
          );
        }
        return (
          <List
            dataSource={all}
            renderItem={(o) => (
              <List.Item actions={[<Button key="open" type="link" onClick={() => setChosen(o.code)}>{words.obligations.open}</Button>]}>
                <List.Item.Meta title={<>{o.level === 'branch' ? o.unitName : o.period} <StateTag state={o.state} /></>} description={o.dueOn ? words.obligations.dueBy(day(o.dueOn)) : words.obligations.noDueDay} />
              </List.Item>
            )}
          />
        );
      }}
    </Loaded>
  );
}
