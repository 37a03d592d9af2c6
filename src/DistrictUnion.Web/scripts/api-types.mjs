// Turns the committed OpenAPI document into TypeScript: one type a schema, one entry an operation. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../DistrictUnion.Api/openapi.json', import.meta.url));
const target = fileURLToPath(new URL('../src/api/schema.ts', import.meta.url));
const base = '/api/v1';
const document = JSON.parse(readFileSync(source, 'utf8'));

const nameOf = (reference) => reference.split('/').at(-1);

function typeOf(schema) {
  if (!schema) return 'unknown';
  const own = schema.$ref ? nameOf(schema.$ref)
    : schema.allOf ? schema.allOf.map(typeOf).join(' & ')
    : schema.enum ? schema.enum.map((value) => JSON.stringify(value)).join(' | ')
    : schema.type === 'array' ? `${wrap(typeOf(schema.items))}[]`
    : schema.type === 'integer' || schema.type === 'number' ? 'number'
    : schema.type === 'boolean' ? 'boolean'
    : schema.type === 'string' ? 'string'
    : schema.type === 'object' && schema.properties ? objectOf(schema)
    : schema.type === 'object' && schema.additionalProperties ? `Record<string, ${typeOf(schema.additionalProperties)}>`
    : 'unknown';
  return schema.nullable && own !== 'unknown' ? `${own} | null` : own;
}

const wrap = (type) => (/[|&]/.test(type) ? `(${type})` : type);

/** What may be null may be left out of a request; answers always carry it. */
function objectOf(schema) {
  const lines = Object.entries(schema.properties).map(([name, property]) =>
    `  ${/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)}${property.nullable ? '?' : ''}: ${typeOf(property)};`);
  return `{\n${lines.join('\n')}\n}`;
}

const bodyOf = (content) => {
  const media = content?.['application/json'] ?? content?.['application/problem+json'];
  return media ? typeOf(media.schema) : undefined;
};

const lines = ['// Generated from DistrictUnion.Api/openapi.json by scripts/api-types.mjs. Do not edit.', ''];
for (const [name, schema] of Object.entries(document.components.schemas))
  lines.push(`export type ${name} = ${typeOf(schema)};`, '');

lines.push('/** Every operation: what it takes and what it answers. */', 'export interface Operations {');
for (const [path, operations] of Object.entries(document.paths)) {
  for (const [method, operation] of Object.entries(operations)) {
    const done = operation.responses['200'] ?? operation.responses['201'] ?? operation.responses['202'];
    lines.push(`  '${method.toUpperCase()} ${path.slice(base.length)}': { body: ${bodyOf(operation.requestBody?.content) ?? 'undefined'}; answer: ${bodyOf(done?.content) ?? 'undefined'} };`);
  }
}

lines.push('}', '');
const text = lines.join('\n');
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/api/schema.ts is not what openapi.json says: run npm run types.');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
