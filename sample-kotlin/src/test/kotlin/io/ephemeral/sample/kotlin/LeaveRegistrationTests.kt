package io.ephemeral.sample.kotlin

import io.ephemeral.feishu.autoconfigure.registration.RegistrationPrompt
import io.ephemeral.feishu.simulator.FeishuSimulator
import java.time.Duration
import java.util.function.Supplier
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.boot.SpringApplication
import org.springframework.context.support.GenericApplicationContext

class LeaveRegistrationTests {
	@Test
	fun `register when listener suspends then app has its event`() {
		FeishuSimulator.start().use { feishu ->
			feishu.registrations().interval(Duration.ofMillis(20))
			register(feishu).use {
				assertThat(feishu.registrations().events()).containsExactly("im.message.receive_v1")
				assertThat(feishu.registrations().callbacks()).containsExactly("card.action.trigger")
			}
		}
	}

	private fun register(feishu: FeishuSimulator) = SpringApplication(LeaveApplication::class.java).apply {
		addInitializers({ context ->
			(context as GenericApplicationContext).registerBean(
				RegistrationPrompt::class.java,
				Supplier { RegistrationPrompt { link, _ -> feishu.registrations().scan(link, "ada") } },
			)
		})
	}.run(
		"--feishu.registration.enabled=true",
		"--server.port=0",
		"--feishu.base-url=${feishu.baseUrl()}",
		"--feishu.registration.base-url=${feishu.baseUrl()}",
	)
}
