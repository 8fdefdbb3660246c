package io.ephemeral.feishu.test;

import java.util.Locale;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Person who clicks.
 *
 * @param operator the person
 * @param chat chat of the card
 * @param locale language of the card; null if none was requested
 */
record Clicker(Viewer.OpenId operator, ChatId chat, @Nullable Locale locale) {

}
