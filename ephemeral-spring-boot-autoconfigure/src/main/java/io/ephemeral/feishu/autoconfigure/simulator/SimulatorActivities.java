package io.ephemeral.feishu.autoconfigure.simulator;

import java.util.List;

import io.ephemeral.feishu.simulator.ApplicationActivity;
import io.ephemeral.feishu.simulator.FeishuSimulator;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Registration of the application's work at the simulator, for
 * {@link FeishuSimulator#settle()}. It ends with the context, because the simulator may
 * outlive it.
 */
final class SimulatorActivities implements SmartInitializingSingleton, DisposableBean {

	private final FeishuSimulator simulator;

	private final ObjectProvider<ApplicationActivity> activities;

	private List<ApplicationActivity> watched = List.of();

	SimulatorActivities(FeishuSimulator simulator, ObjectProvider<ApplicationActivity> activities) {
		this.simulator = simulator;
		this.activities = activities;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.watched = this.activities.orderedStream().toList();
		this.watched.forEach(this.simulator::watch);
	}

	@Override
	public void destroy() {
		this.watched.forEach(this.simulator::unwatch);
	}

}
