/** The house's own lint rules (see CONTRIBUTING): the order in a class, the direction of imports, styles without values. */
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NAMED_COLOURS } from './named-colours.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const GROUPS = [
  'static members',
  '@property',
  '@state',
  'fields',
  '@query',
  'the constructor',
  'lifecycle methods',
  'public and protected methods',
  'private methods',
  'render',
  'render… methods',
];

/** In a class without a base these are names like any other. */
const LIFECYCLE =
  /^(connectedCallback|disconnectedCallback|adoptedCallback|attributeChangedCallback|form\w+Callback|shouldUpdate|willUpdate|update|firstUpdated|updated|getUpdateComplete|scheduleUpdate|performUpdate|createRenderRoot)$/;

/** The decorators of a member; TypeScript has those of a getter and its setter on the first of the two. */
function decoratorNames(member) {
  const { name } = member.key ?? {};
  const pair =
    member.kind === 'set'
      ? member.parent.body.filter(({ kind, key }) => kind === 'get' && key.name === name)
      : [];
  return [member, ...pair].flatMap(({ decorators = [] }) =>
    decorators.map(({ expression }) => (expression.callee ?? expression).name ?? ''),
  );
}

function memberGroup(member) {
  const decorators = decoratorNames(member);
  const name = member.key?.name ?? '';
  if (member.static || member.type === 'StaticBlock') return 0;
  if (decorators.includes('property')) return 1;
  if (decorators.includes('state')) return 2;
  if (decorators.some((decorator) => decorator.startsWith('query'))) return 4;
  if (/PropertyDefinition|AccessorProperty/.test(member.type)) return 3;
  if (member.kind === 'constructor') return 5;
  return methodGroup(member, name);
}

/** An arrow function in a field may stand with the fields or with the methods. */
function isBoundMethod(member) {
  return !member.static && member.value?.type === 'ArrowFunctionExpression';
}

function hasLifecycle(member) {
  return Boolean(member.parent.parent.superClass);
}

function methodGroup(member, name) {
  if (hasLifecycle(member) && LIFECYCLE.test(name)) return 6;
  if (name === 'render') return 9;
  if (/^render[A-Z]/.test(name)) return 10;
  const isPrivate = member.key?.type === 'PrivateIdentifier' || member.accessibility === 'private';
  return isPrivate ? 8 : 7;
}

const memberOrder = {
  meta: {
    type: 'layout',
    schema: [],
    messages: { order: '{{name}} ({{group}}) belongs before {{previous}}.' },
  },
  create(context) {
    return {
      ClassBody(node) {
        let highest = -1;
        for (const member of node.body) {
          if (member.type === 'TSIndexSignature' || isBoundMethod(member)) continue;
          const group = memberGroup(member);
          if (group < highest) {
            const data = {
              name: member.key?.name ?? 'this',
              group: GROUPS[group],
              previous: GROUPS[highest],
            };
            context.report({ node: member, messageId: 'order', data });
          }
          highest = Math.max(highest, group);
        }
      },
    };
  },
};

const COMPONENT_PACKAGES = /^(lit(\/|$)|@lit\/task$|zod\/mini$|lean-qr(\/|$)|dompurify$)/;

/** @returns the area of a project path: 'shared', a widget's folder name, 'entry', or a folder at the root */
function areaOf(path) {
  const [folder, second, third] = path.split('/');
  if (folder !== 'components') return folder;
  if (third === undefined) return 'entry';
  return second;
}

function forbidden(from, source) {
  const area = areaOf(from);
  const inComponents = from.startsWith('components/');
  if (!source.startsWith('.')) {
    return (
      inComponents &&
      !COMPONENT_PACKAGES.test(source) &&
      'components depend on lit, @lit/task, zod/mini, lean-qr, dompurify only'
    );
  }
  const target = relative(ROOT, resolve(ROOT, dirname(from), source))
    .split(sep)
    .join('/');
  const targetArea = areaOf(target);
  if (area === 'mocks' && targetArea !== 'mocks') {
    return (
      !target.startsWith('components/shared/i18n/') &&
      'the pilot depends on its own contract and components/shared/i18n only'
    );
  }
  if (!inComponents) return false;
  if (!target.startsWith('components/')) return 'components never import mocks, stories or themes';
  if (area === 'entry' || targetArea === area || targetArea === 'shared') return false;
  return area === 'shared' ? 'shared code never imports a widget' : 'no widget imports another';
}

const importDirection = {
  meta: { type: 'problem', schema: [], messages: { direction: "Import of '{{source}}': {{reason}}." } },
  create(context) {
    const from = relative(ROOT, context.filename).split(sep).join('/');
    function check(node) {
      if (typeof node.source?.value !== 'string') return;
      const reason = forbidden(from, node.source.value);
      if (reason)
        context.report({ node, messageId: 'direction', data: { source: node.source.value, reason } });
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
};

const STYLE_VALUES = [
  { pattern: /#[0-9a-f]{3,8}\b/i, what: 'a colour' },
  { pattern: /\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/i, what: 'a colour' },
  { pattern: /\d(rem)\b/i, what: 'rem (the host decides the root size: use em or px)' },
  { pattern: /\bfont(-family)?\s*:\s*(?!inherit|var\(|\s)/i, what: 'a font' },
  {
    pattern: new RegExp(`:[^;{}]*\\b(${NAMED_COLOURS.join('|')})\\b(?![-(])(?=[^{};]*([;}]|$))`, 'i'),
    what: 'a named colour',
  },
];

const neutralStyles = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { value: 'Component styles hold structure only; this has {{what}}.' },
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        if (node.tag.name !== 'css') return;
        for (const part of node.quasi.quasis) {
          const text = part.value.raw.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/--[\w-]+/g, '--x');
          for (const { pattern, what } of STYLE_VALUES) {
            if (pattern.test(text)) context.report({ node: part, messageId: 'value', data: { what } });
          }
        }
      },
    };
  },
};

export default {
  rules: {
    'member-order': memberOrder,
    'import-direction': importDirection,
    'neutral-styles': neutralStyles,
  },
};
