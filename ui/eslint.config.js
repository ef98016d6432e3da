// What the formatter and the compiler do not see: who may import whom, and that nobody computes money.

import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const SOURCES = ['ts', 'svelte'];
const under = (folder) => SOURCES.map((extension) => `src/${folder}/**/*.${extension}`);
const features = readdirSync(new URL('src/features', import.meta.url));

/** Imports that a folder must not make, each with the reason. */
function forbid(files, patterns, ignores = []) {
  return {
    files,
    ignores: ['**/*.test.ts', ...ignores],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

const TAURI = {
  group: ['@tauri-apps/*'],
  message: 'Only lib/api.ts talks to the register.',
};
const UPWARDS = {
  group: ['**/features/**', '**/layout/**'],
  message: 'lib is below features and layout, and knows neither.',
};
/** Classes that name a side of the screen: Arabic reads from the other one. */
const SIDES = String.raw`(^|[\s:'"\x60])-?((left|right|m[lr]|p[lr]|scroll-[mp][lr])-(\d|\[|auto|px|full|$)|(text|float|clear)-(left|right)\b|rounded-([lr]|[tb][lr])\b|border-[lr]\b)`;
const SIDED = 'Name the beginning and the end (ps-, me-, start-, text-end, border-s), not left and right.';
const sided = [
  'Literal[value=/SIDES/]',
  'SvelteLiteral[value=/SIDES/]',
  'TemplateElement[value.raw=/SIDES/]',
].map((selector) => ({
  selector: selector.replace('SIDES', SIDES.replaceAll('/', '\\u002F')),
  message: SIDED,
}));
const MINOR =
  'Amounts arrive computed: format them (lib/format), read them (lib/typedMoney), and leave them alone.';
const SHELL = {
  group: ['**/layout/**'],
  message: 'layout puts features together; a feature does not know where it stands.',
};
const STATEFUL = {
  group: ['$lib/api', '$lib/session.svelte', '$lib/i18n/**', '$lib/bindings/**', '**/api'],
  message: 'lib/ui draws what it is given and knows no register, session or language.',
};
const otherFeatures = (feature) => ({
  group: features
    .filter((other) => other !== feature)
    .flatMap((other) => [`**/${other}/**`, `../${other}/**`]),
  message: 'Features do not import each other; what two need lives in lib.',
});

export default typescript.config(
  { ignores: ['dist', '.shots', 'src/lib/bindings'] },
  js.configs.recommended,
  typescript.configs.strictTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name="minor"], ObjectPattern > Property[key.name="minor"]',
          message: MINOR,
        },
        { selector: 'MemberExpression[property.value="minor"]', message: MINOR },
        ...sided,
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser, svelteConfig } },
  },
  {
    // Types inside markup are svelte-check's business; ESLint sees `any` there.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['src/lib/format.ts', 'src/lib/typedMoney.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // Order matters: the last block that fits a file decides, so each one names everything it forbids.
  forbid(under('lib'), [TAURI, UPWARDS], ['src/lib/api.ts', 'src/lib/ui/**']),
  forbid(['src/lib/api.ts'], [UPWARDS]),
  forbid(under('lib/ui'), [TAURI, UPWARDS, STATEFUL]),
  ...features.map((feature) => forbid(under(`features/${feature}`), [TAURI, SHELL, otherFeatures(feature)])),
  forbid([...under('layout'), ...under('gallery'), 'src/App.svelte', 'src/main.ts'], [TAURI]),
  {
    files: ['**/*.test.ts', 'test/**', 'dev/**', '*.js', '*.ts'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: {
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
