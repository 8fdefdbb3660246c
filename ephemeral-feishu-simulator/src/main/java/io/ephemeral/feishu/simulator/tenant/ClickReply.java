package io.ephemeral.feishu.simulator.tenant;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reply of the application to a click.
 *
 * @param card new card; absent if the card stays as it is
 */
public record ClickReply(Optional<Toast> toast, @Nullable JsonNode card) {

}
