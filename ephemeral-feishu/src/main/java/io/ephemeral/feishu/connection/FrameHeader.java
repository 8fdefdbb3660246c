package io.ephemeral.feishu.connection;

/**
 * Header of a {@link Frame}.
 *
 * @param key such as {@code message_id}
 * @param value text
 */
record FrameHeader(String key, String value) {
}
