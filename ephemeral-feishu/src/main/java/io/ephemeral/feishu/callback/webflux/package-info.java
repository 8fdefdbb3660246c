/**
 * Callbacks in an application with Spring WebFlux.
 */
@NullMarked
package io.ephemeral.feishu.callback.webflux;

import org.jspecify.annotations.NullMarked;
