package io.ephemeral.feishu.simulator;

/**
 * A member of a chat, as of the moment it was asked for.
 * <p>
 * The same name in two chats is the same person, with the same ids.
 *
 * @param name such as {@code ada}
 * @param openId {@code ou_…}, good for the app of this simulator only
 * @param userId an id without prefix
 * @param email such as {@code ada@example.com}
 * @param online whether a client of this person is connected, and so shows new cards
 */
public record SimulatedMember(String name, String openId, String userId, String email, boolean online) {

}
