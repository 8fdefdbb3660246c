package io.ephemeral.feishu.autoconfigure.simulator;

import io.ephemeral.feishu.autoconfigure.FeishuCallbackDetails;
import io.ephemeral.feishu.autoconfigure.FeishuLongConnectionProperties;
import io.ephemeral.feishu.autoconfigure.callback.ConditionalOnCallbackProperty;
import io.ephemeral.feishu.callback.CallbackKeys;
import io.ephemeral.feishu.simulator.FeishuSimulator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of callbacks from the simulator. It does what the developer console does
 * for callbacks of the platform.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnClass(WebServerInitializedEvent.class)
class FeishuSimulatorCallbackConfiguration {

	/** Path of callbacks if no property sets it. */
	private static final String PATH = "/feishu/callback";

	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnNoCallbackPropertyCondition.class)
	FeishuCallbackDetails feishuSimulatorCallbackDetails(FeishuSimulator simulator) {
		return new SimulatorCallbackDetails(PATH,
				new CallbackKeys(simulator.encryptKey(), simulator.verificationToken()));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = FeishuLongConnectionProperties.ENABLED, havingValue = false,
			matchIfMissing = true)
	SimulatorUrlRegistration feishuSimulatorUrlRegistration(FeishuSimulator simulator,
			ObjectProvider<FeishuCallbackDetails> details) {
		return new SimulatorUrlRegistration(simulator, details);
	}

	private record SimulatorCallbackDetails(String getPath, CallbackKeys getKeys) implements FeishuCallbackDetails {
	}

	static final class OnNoCallbackPropertyCondition extends NoneNestedConditions {

		OnNoCallbackPropertyCondition() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnCallbackProperty
		static final class CallbackProperty {

		}

	}

}
