/**
 * Reading of JSON in callbacks: values of the platform, and the content of messages
 * (internal).
 */
@NullMarked
package io.ephemeral.feishu.callback.json;

import org.jspecify.annotations.NullMarked;
