/**
 * What the platform refuses, what it means, and what else can go wrong with a call.
 */
@NullMarked
package io.ephemeral.feishu.error;

import org.jspecify.annotations.NullMarked;
