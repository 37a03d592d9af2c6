import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The style sheet that antd publishes for applications whose components don't write their own styles while they run. */
const published = fileURLToPath(new URL('node_modules/antd/dist/antd.css', import.meta.url));

/** A module that writes the styles of a component, by the component's folder. */
const styleModule = /\/antd\/es\/([\w-]+)\/style\/[\w-]+\.js$/;

/** What such a module is made with; the second argument writes the rules, the third names variables, which are still needed. */
const makers = new Set(['genStyleHooks', 'genSubStyleComponent', 'genComponentStyleHook']);

/** Where the rules of a folder are imported from; without a name: those that all of them need. */
const sheet = '/@antd-styles/';

/** Folders whose class names begin with another word. */
const folderOf: Record<string, string> = {
  border: 'border-beam', btn: 'button', col: 'grid', color: 'color-picker', float: 'float-button', picker: 'date-picker', qrcode: 'qr-code', ribbon: 'badge', row: 'grid', otp: 'input',
};

/** Folders whose class names begin with their own name; a longer name stands before one that it begins with. */
const ownName = [
  'affix', 'alert', 'anchor', 'app', 'avatar', 'badge', 'breadcrumb', 'card', 'carousel', 'cascader', 'checkbox', 'collapse', 'descriptions', 'divider', 'drawer', 'dropdown', 'empty', 'flex', 'form', 'image', 'input-number', 'input',
  'layout', 'list', 'listy', 'masonry', 'mentions', 'menu', 'message', 'modal', 'notification', 'pagination', 'popconfirm', 'popover', 'progress', 'radio', 'rate', 'result', 'segmented', 'select', 'skeleton', 'slider', 'space', 'spin',
  'splitter', 'statistic', 'steps', 'switch', 'table', 'tabs', 'tag', 'timeline', 'tooltip', 'tour', 'transfer', 'tree-select', 'tree', 'typography', 'upload',
];

/** The published rules by folder, each once; those of no folder, movements and links among them, under no name. */
function publishedRules() {
  const rules = new Map<string, Set<string>>();
  const text = readFileSync(published, 'utf8');
  for (let depth = 0, from = 0, at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] !== '}' || --depth > 0) continue;
    const rule = text.slice(from, at + 1).trim();
    from = at + 1;
    // Variables are written while the application runs: they differ between light and dark.
    if (/^\.(?:css-var|data-ant)/.test(rule)) continue;
    const name = rule.startsWith('@keyframes') ? undefined : /\.ant-([a-z]+(?:-[a-z]+)*)/.exec(rule)?.[1];
    const folder = name === undefined ? '' : folderOf[name.split('-')[0]!] ?? ownName.find((own) => name === own || name.startsWith(`${own}-`)) ?? '';
    if (!rules.has(folder)) rules.set(folder, new Set());
    rules.get(folder)!.add(rule);
  }
  return rules;
}

interface Call { type?: string; callee?: { name?: string }; arguments: { start: number; end: number }[] }

/** Where the arguments that write rules stand in a module, the last one first. */
function writersIn(node: unknown, found: { start: number; end: number }[] = []) {
  if (node === null || typeof node !== 'object') return found;
  const call = node as Call;
  if (call.type === 'CallExpression' && makers.has(call.callee?.name ?? '') && call.arguments[1]) found.push(call.arguments[1]);
  for (const part of Object.values(node)) writersIn(part, found);
  return found.sort((a, b) => b.start - a.start);
}

/**
 * Gives each component the rules that antd publishes for it and takes out the code that would write them while the application runs, which was a
 * fifth of what the scripts of the first page take of the processor. Our own rules stand in no layer and so before these, in whatever order the files come.
 */
export function antdStyles(): Plugin {
  let rules = new Map<string, Set<string>>();
  const bare = new Map<string, string>();
  return {
    name: 'antd-styles',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      rules = publishedRules();
    },
    resolveId: (id) => (id.startsWith(sheet) ? id : undefined),
    load: (id) => (id.startsWith(sheet) ? `@layer antd {\n${[...rules.get(id.slice(sheet.length, -'.css'.length)) ?? []].join('\n')}\n}` : undefined),
    transform(code, id) {
      const folder = styleModule.exec(id)?.[1];
      if (folder === undefined) return undefined;
      const writers = writersIn(this.parse(code));
      if (writers.length > 0 && !rules.has(folder)) bare.set(id, folder);
      const rest = writers.reduce((text, { start, end }) => `${text.slice(0, start)}() => []${text.slice(end)}`, code);
      return { code: `import '${sheet}.css';\n${rules.has(folder) ? `import '${sheet}${folder}.css';\n` : ''}${rest}`, map: null };
    },
    generateBundle(_, bundle) {
      // Modules of components that no page uses are read, but not kept.
      for (const part of Object.values(bundle)) {
        const folder = part.type === 'chunk' ? part.moduleIds.map((id) => bare.get(id)).find(Boolean) : undefined;
        if (folder) this.error(`antd.css has no rules for ${folder}: name its class names in antd-styles.ts.`);
      }
    },
  };
}
