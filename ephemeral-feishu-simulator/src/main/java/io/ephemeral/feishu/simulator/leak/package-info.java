/**
 * Search for words that leave the screens of the people they are for.
 */
@NullMarked
package io.ephemeral.feishu.simulator.leak;

import org.jspecify.annotations.NullMarked;
