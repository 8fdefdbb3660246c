/**
 * JUnit extension for tests with the simulator.
 */
@NullMarked
package io.ephemeral.feishu.simulator.junit;

import org.jspecify.annotations.NullMarked;
