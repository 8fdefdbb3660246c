package io.ephemeral.feishu.seal;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * Place of a card, as far as it is known. A seal is valid only there.
 *
 * @param tenant tenant that the call names; null if it names none
 * @param chat chat of the card; null if it is not known when the card is sent
 */
public record SealPlace(@Nullable TenantKey tenant, @Nullable ChatId chat) {

}
