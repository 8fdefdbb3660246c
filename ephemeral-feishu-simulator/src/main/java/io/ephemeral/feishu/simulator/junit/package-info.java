/**
 * The simulator as a parameter of JUnit tests.
 */
@NullMarked
package io.ephemeral.feishu.simulator.junit;

import org.jspecify.annotations.NullMarked;
