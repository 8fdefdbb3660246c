/**
 * Wires the Feishu client into a Spring Boot application.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure;

import org.jspecify.annotations.NullMarked;
