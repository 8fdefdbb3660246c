/**
 * Support for tests with the simulator: assertions about screens, and the search for
 * leaks.
 */
@NullMarked
package io.ephemeral.feishu.test;

import org.jspecify.annotations.NullMarked;
