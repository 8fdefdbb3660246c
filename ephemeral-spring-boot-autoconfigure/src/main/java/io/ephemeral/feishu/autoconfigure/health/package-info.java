/**
 * Auto-configuration of the health and of the actuator endpoint {@code feishu}.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
