const outbound = {
  title: 'Other registries',
};

export default outbound;
