/**
 * Support for tests: assertions about screens and the search for leaks with the
 * simulator, and tests of handlers without it.
 */
@NullMarked
package io.ephemeral.feishu.test;

import org.jspecify.annotations.NullMarked;
