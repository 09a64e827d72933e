const inventory = {
  title: 'Inventory',
};

export default inventory;
