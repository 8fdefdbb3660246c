package io.ephemeral.sample;

import org.springframework.test.context.TestPropertySource;

/**
 * The same over HTTP.
 */
@TestPropertySource(properties = "feishu.long-connection.enabled=false")
class ReminderBotHttpTests extends ReminderBotTests {

}
