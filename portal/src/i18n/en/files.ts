const files = {
  title: 'Flat files',
};

export default files;
