package io.ephemeral.feishu.autoconfigure.simulator;

import java.net.URI;

import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.simulator.FeishuSimulator;

/**
 * Connection details of the simulator.
 */
record SimulatorConnectionDetails(FeishuSimulator simulator) implements FeishuConnectionDetails {

	@Override
	public URI getBaseUrl() {
		return this.simulator.baseUrl();
	}

	@Override
	public AppCredentials getCredentials() {
		return new AppCredentials(this.simulator.appId(), this.simulator.appSecret());
	}

	@Override
	public boolean isSimulated() {
		return true;
	}

}
