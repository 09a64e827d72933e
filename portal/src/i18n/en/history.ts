const history = {
  title: 'Load history',
};

export default history;
